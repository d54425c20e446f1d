package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.TOKEN;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** How far each projection has come; kept in the same database and transaction as its rows. */
final class Tokens {

    private Tokens() {}

    /** Adds what is missing, at 0, and reads all. */
    static Map<String, Long> open(DSLContext db, Collection<String> names) {
        for (var name : names) {
            db.insertInto(TOKEN)
                    .set(TOKEN.NAME, name)
                    .set(TOKEN.POSITION, 0L)
                    .set(TOKEN.UPDATED_AT, now())
                    .onConflictDoNothing()
                    .execute();
        }
        return new HashMap<>(db.select(TOKEN.NAME, TOKEN.POSITION)
                .from(TOKEN)
                .where(TOKEN.NAME.in(names))
                .fetchMap(TOKEN.NAME, TOKEN.POSITION));
    }

    /** Reads the tokens and keeps any other engine from folding until this transaction ends. */
    static Map<String, Long> lock(DSLContext db, Collection<String> names) {
        return db.select(TOKEN.NAME, TOKEN.POSITION)
                .from(TOKEN)
                .where(TOKEN.NAME.eq(DSL.any(names.toArray(String[]::new))))
                .orderBy(TOKEN.NAME)
                .forUpdate()
                .fetchMap(TOKEN.NAME, TOKEN.POSITION);
    }

    static void move(DSLContext db, Collection<String> names, long position) {
        db.update(TOKEN)
                .set(TOKEN.POSITION, position)
                .set(TOKEN.UPDATED_AT, now())
                .where(TOKEN.NAME.eq(DSL.any(names.toArray(String[]::new))))
                .and(TOKEN.POSITION.lt(position))
                .execute();
    }

    private static org.jooq.Field<OffsetDateTime> now() {
        return DSL.currentOffsetDateTime();
    }
}
