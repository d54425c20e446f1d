package io.fairlead.planted;

/** A query that is no bean. */
public class ForgottenQuery {}
