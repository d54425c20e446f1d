package io.fairlead.planted;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A fault on purpose: a command that takes an empty text for who acts. */
public record NamelessApproval(@TargetAggregateIdentifier String timeEntryId, String approvedBy) {}
