package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.PERSON;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.projection.db.tables.records.PersonRecord;
import io.fairlead.view.Page;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** People who work for the firm; read by HTTP, CLI and processes. */
public final class PersonQuery {

    private final DSLContext db;

    public PersonQuery(DSLContext db) {
        this.db = db;
    }

    /** One person; the name is null when it is encrypted. */
    public record Person(
            String personId,
            String legalEntityId,
            @Nullable String name,
            String role,
            String employment,
            LocalDate startDate,
            @Nullable LocalDate lastDay) {}

    public Optional<Person> byId(String personId) {
        return db.selectFrom(PERSON).where(PERSON.PERSON_ID.eq(personId)).fetchOptional(PersonQuery::person);
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Person> list(@Nullable String cursor, int limit) {
        var rows = db.selectFrom(PERSON)
                .where(cursor == null ? noCondition() : PERSON.PERSON_ID.gt(cursor))
                .orderBy(PERSON.PERSON_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(PersonQuery::person);
        return Page.of(rows, limit, Person::personId);
    }

    private static Person person(PersonRecord row) {
        return new Person(
                row.getPersonId(),
                row.getLegalEntityId(),
                row.getName(),
                row.getRole(),
                row.getEmployment(),
                row.getStartDate(),
                row.getLastDay());
    }
}
