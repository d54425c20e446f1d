package io.fairlead.gateway.timesheet;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a column of a time export can mean to Fairlead; profiles say which header carries it. */
public enum Column {
    PERSON("person"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    PERSON_NUMBER("personNumber"),
    EMAIL("email"),
    CLIENT("client"),
    PROJECT("project"),
    PROJECT_CODE("projectCode"),
    TASK("task"),
    DESCRIPTION("description"),
    TYPE("type"),
    BILLABLE("billable"),
    APPROVED("approved"),
    INVOICED("invoiced"),
    DATE("date"),
    START("start"),
    END_DATE("endDate"),
    END("end"),
    DURATION("duration"),
    HOURS("hours"),
    CURRENCY("currency");

    private final String key;

    Column(String key) {
        this.key = key;
    }

    /** The key of this meaning under "columns" in a profile. */
    public String key() {
        return key;
    }

    static java.util.Set<String> keys() {
        return Arrays.stream(values()).map(Column::key).collect(Collectors.toSet());
    }
}
