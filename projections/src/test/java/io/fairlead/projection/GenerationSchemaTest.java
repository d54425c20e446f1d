package io.fairlead.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.view.Projections;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Tables that are made beside the serving ones are like those in all that PostgreSQL knows of them. */
class GenerationSchemaTest {

    private static final String MADE = "all_g2";

    private static final List<String> SHAPES =
            List.of("""
            select table_name, column_name, data_type, numeric_precision, numeric_scale, is_nullable, column_default,
                is_identity, generation_expression, collation_name,
                row_number() over (partition by table_name order by ordinal_position)
            from information_schema.columns where table_schema = '%s'""", """
            select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
            where connamespace = '%s'::regnamespace""", "select tablename, indexname, indexdef from pg_indexes where schemaname = '%s'", """
            select c.relname, c.reloptions::text, a.attname, d.description from pg_class c
            left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
            where c.relkind = 'r' and c.relnamespace = '%s'::regnamespace""");

    private final DataSource database = TestDatabase.fresh();
    private final DSLContext db = ProjectionDatabase.open(database);
    private final GenerationSchema generation = new GenerationSchema(database, MADE, Projections.all());

    @Test
    void tables_that_shall_serve_have_the_columns_rules_keys_indexes_settings_and_comments_of_those_that_serve() {
        generation.make();
        generation.addIndexes();
        assertThat(persistence()).containsExactly("p");
        var ours = db.fetch("select tablename from pg_tables where schemaname = '" + MADE + "'")
                .into(String.class);
        assertThat(ours).hasSizeGreaterThan(70).contains("segment", "parked_event", "followed_view");
        for (var shape : SHAPES) {
            assertThat(rows(shape, MADE, ours)).as(shape).isNotEmpty().isEqualTo(rows(shape, "projection", ours));
        }
    }

    @Test
    void tables_that_only_compare_are_outside_of_postgresqls_log() {
        generation.makeToCompare();
        assertThat(persistence()).containsExactly("u");
    }

    @Test
    void what_a_crash_of_postgresql_emptied_is_made_again_and_what_is_whole_stays() {
        generation.makeToCompare();
        db.execute("update all_g2.segment set position = 7");
        generation.makeToCompare();
        assertThat(Segments.read(generation.open()).lowest()).isEqualTo(7);
        db.execute("truncate all_g2.segment");
        generation.makeToCompare();
        assertThat(Segments.read(generation.open()).highest()).isZero();
        assertThat(db.fetchCount(db.selectFrom("all_g2.segment"))).isEqualTo(SegmentSet.COUNT);
    }

    @Test
    void a_table_with_other_columns_than_the_serving_one_is_of_another_version_and_made_again() {
        generation.make();
        db.execute("alter table all_g2.time_entry drop column note");
        assertThat(generation.isReady()).isFalse();
        generation.make();
        assertThat(generation.isReady()).isTrue();
    }

    private List<String> rows(String shape, String schema, List<String> tables) {
        return db.fetch(shape.formatted(schema)).stream()
                .filter(row -> tables.contains(String.valueOf(row.get(0)).replace(schema + ".", "")))
                .map(row -> String.join("|", row.into(String[].class)).replace(schema + ".", ""))
                .sorted()
                .toList();
    }

    private List<String> persistence() {
        return db.fetch("select distinct relpersistence::text from pg_class where relnamespace = 'all_g2'::regnamespace"
                        + " and relkind in ('r', 'i')")
                .into(String.class);
    }
}
