package io.fairlead.view;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** What figures are added up by. Each of the four adds up to the same total per currency. */
public enum Dimension {
    PROJECT("project_id"),
    CONTRACT("contract_id"),
    CUSTOMER("customer_id"),
    ENTITY("entity_id");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** The column of the bi views. */
    public Field<String> field() {
        return DSL.field(DSL.name(column), String.class);
    }
}
