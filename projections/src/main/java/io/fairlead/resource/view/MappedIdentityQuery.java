package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.MAPPED_IDENTITY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.CursorRefused;
import io.fairlead.view.Page;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Logins and whoever else they are; read by HTTP. */
public final class MappedIdentityQuery {

    private static final Field<?>[] COLUMNS = ColumnsOf.row(MAPPED_IDENTITY, Mapping.class);

    private final DSLContext db;

    public MappedIdentityQuery(DSLContext db) {
        this.db = db;
    }

    /** That a login is somebody else too. */
    public record Mapping(String identityId, String issuer, String subject, String name) {}

    /** @param cursor from the page before; null means from the beginning */
    public Page<Mapping> list(@Nullable String cursor, int limit) {
        var m = MAPPED_IDENTITY;
        var after = cursor == null ? 0 : cursor.indexOf(' ');
        if (after < 0) {
            throw new CursorRefused(null);
        }
        var rows = db.select(COLUMNS)
                .from(m)
                .where(
                        cursor == null
                                ? noCondition()
                                : row(m.IDENTITY_ID, m.NAME)
                                        .gt(cursor.substring(0, after), cursor.substring(after + 1)))
                .orderBy(m.IDENTITY_ID, m.NAME)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Mapping.class);
        return Page.of(rows, limit, mapping -> mapping.identityId() + " " + mapping.name());
    }
}
