package io.fairlead.planted;

import java.time.LocalDate;
import org.jooq.DSLContext;

/** Breaks rules on processes, clocks and imports. */
public class WhenSomethingThenForget {

    private final DSLContext tables;

    WhenSomethingThenForget(DSLContext tables) {
        this.tables = tables;
    }

    LocalDate today() {
        tables.selectOne().fetch();
        return LocalDate.now(java.time.ZoneOffset.UTC);
    }
}
