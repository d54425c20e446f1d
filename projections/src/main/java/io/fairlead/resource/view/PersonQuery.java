package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PERSON_ALIAS;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** People who work for the firm; read by HTTP, CLI and processes. */
public final class PersonQuery {

    private static final Field<?>[] PERSON_COLUMNS = ColumnsOf.row(PERSON, Person.class);

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

    /** One person with the names that outside systems know it by; those that are encrypted are missing. */
    public record Detail(Person person, List<String> aliases) {}

    public Optional<Person> byId(String personId) {
        return db.select(PERSON_COLUMNS)
                .from(PERSON)
                .where(PERSON.PERSON_ID.eq(personId))
                .fetchOptionalInto(Person.class);
    }

    public Optional<Detail> detail(String personId) {
        return byId(personId)
                .map(person -> new Detail(
                        person,
                        db.select(PERSON_ALIAS.ALIAS)
                                .from(PERSON_ALIAS)
                                .where(PERSON_ALIAS.PERSON_ID.eq(personId))
                                .orderBy(PERSON_ALIAS.ALIAS)
                                .fetch(PERSON_ALIAS.ALIAS)));
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Person> list(@Nullable String cursor, int limit) {
        var rows = db.select(PERSON_COLUMNS)
                .from(PERSON)
                .where(Page.after(PERSON.PERSON_ID, cursor))
                .orderBy(PERSON.PERSON_ID)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Person.class);
        return Page.of(rows, limit, Person::personId);
    }
}
