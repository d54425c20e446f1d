package io.fairlead.gateway.crm;

/** What became of one record of a CRM file; shown in dry runs and reports. */
public sealed interface OpportunityResult {

    /** Position in the file, from 1. */
    int index();

    /** The deal is won and usable. */
    record Won(int index, Opportunity opportunity) implements OpportunityResult {}

    /** The deal is open or lost; nothing to do. */
    record NotWon(int index, String id, String name, String stage) implements OpportunityResult {}

    /**
     * The record is not taken.
     *
     * @param field the CRM's field, such as Amount or OpportunityLineItems[2].Quantity
     */
    record Refused(int index, String field, String value, String reason, String remedy) implements OpportunityResult {}
}
