package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.resource.event.IdentityMapped;
import io.fairlead.resource.view.MappedIdentityQuery;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Logins and whoever else they are, page by page. */
class MappedIdentityViewTest {

    private final DSLContext db = TestDatabase.freshTables();
    private final MemoryLog log = new MemoryLog();

    private static IdentityMapped mapped(String subject, String name) {
        return IdentityMapped.newBuilder()
                .setIdentityId("identity:" + subject)
                .setIssuer("https://login.example.com")
                .setSubject(subject)
                .setName(name)
                .build();
    }

    @Test
    void a_login_is_shown_with_each_of_its_names() {
        log.append(mapped("u-1", "local|mara"));
        log.append(mapped("u-1", "person:mara"));
        log.append(mapped("u-2", "local|boss"));
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);

        var query = new MappedIdentityQuery(db);
        var first = query.list(null, 2);
        assertThat(first.items())
                .extracting(MappedIdentityQuery.Mapping::name)
                .containsExactly("local|mara", "person:mara");
        assertThat(query.list(first.next(), 2).items())
                .containsExactly(new MappedIdentityQuery.Mapping(
                        "identity:u-2", "https://login.example.com", "u-2", "local|boss"));
    }
}
