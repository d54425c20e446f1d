package io.fairlead.app.rebuild;

import io.fairlead.app.process.RunnerUnderTest;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.testing.ProcessTables;
import io.fairlead.view.Projections;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Views of {@value #CUSTOMERS} customers in a fresh database of a real PostgreSQL, and rebuilds of them. */
@TestConfiguration(proxyBeanMethods = false)
@Import(RebuildApi.class)
public class RebuildsUnderTest implements AutoCloseable {

    public static final int CUSTOMERS = 250;

    public final CustomersLog log = new CustomersLog(CUSTOMERS);
    private final ProcessTables tables = new ProcessTables();
    public final DSLContext views;

    RebuildsUnderTest() {
        ProjectionDatabase.migrate(tables.pool);
        views = ProjectionDatabase.open(tables.pool);
        new ProjectionEngine(log, log.codec(), views, Projections::all, 2, 500).catchUp(Long.MAX_VALUE);
    }

    @Bean(destroyMethod = "close")
    Rebuilds rebuilds() {
        return new Rebuilds(log, log.codec(), tables.pool, 2);
    }

    /** Views as nobody ever rebuilt them, with one name that is not what the log says. */
    public void spoilAfresh() {
        var _ = RunnerUnderTest.until(() -> views.fetch("select 1 from projection.rebuild where state = 'running'")
                .isEmpty());
        log.atRead(_ -> {});
        log.mend();
        generations().forEach(schema -> views.execute("drop schema \"" + schema + "\" cascade"));
        views.execute("delete from projection.rebuild");
        views.execute("delete from projection.view_generation");
        views.execute("update projection.customer set name = 'Customer ' || substr(customer_id, 10)");
        views.execute("update projection.customer set name = 'Spoilt' where customer_id = 'customer:7'");
    }

    /** The name that serves for the spoilt customer. */
    public String served() {
        return String.valueOf(
                views.fetchValue("select name from projection.customer where customer_id = 'customer:7'"));
    }

    /** Schemas of generations that are being made or kept. */
    public List<String> generations() {
        return views.fetch("select nspname from pg_namespace where nspname like '%\\_g%'")
                .getValues(0, String.class);
    }

    @Override
    public void close() {
        tables.close();
    }
}
