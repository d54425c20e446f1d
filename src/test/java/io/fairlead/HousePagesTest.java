package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages say what the tree has, and each check turns red on a planted page. */
class HousePagesTest {

    private static final Path DOCS = Sources.ROOT.resolve("src/docs");
    private static final Pattern RECORD = Pattern.compile("(?m)^\\s*(?:record|enum|error) (\\w+)");

    @Test
    void every_link_leads_to_a_file_and_a_heading() {
        var pages = Stream.concat(
                        Stream.of(page("README.md"), page("SECURITY.md")), Sources.files(DOCS, ".md").stream())
                .toList();

        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(pages.stream().flatMap(page -> HousePages.brokenLinks(page).stream()))
                .as("mend these links, page -> target")
                .isEmpty();
    }

    @Test
    void a_broken_link_is_seen() {
        var planted = new Source(
                Sources.ROOT.resolve("README.md"),
                "# A page\n[a](pom.xml) [b](nowhere.md) [c](https://x.example) [d](#a-page) [e](#b) [f](README.md#no-such)");

        assertThat(HousePages.brokenLinks(planted))
                .containsExactly("README.md -> nowhere.md", "README.md -> #b", "README.md -> README.md#no-such");
    }

    @Test
    void the_readme_is_short_and_begins_with_two_commands() {
        var readme = page("README.md").text();

        assertThat(readme.lines().count())
                .as("README.md leads to pages: put what is for one kind of reader into src/docs")
                .isLessThanOrEqualTo(150);
        assertThat(readme).contains("./fairlead demo", "./fairlead test", "(LICENSE)");
    }

    @Test
    void the_headings_that_messages_link_to_are_there() {
        assertThat(HousePages.anchors(page("src/docs/architecture.md").text()))
                .as("messages of house rules lead to these headings of src/docs/architecture.md; keep their names")
                .contains("modules", "packages-of-src", "sizes", "names", "ports", "wiring", "documents");
    }

    @Test
    void every_house_rule_stands_in_architecture() {
        var rules = Sources.files(DOCS.resolveSibling("test/java/io/fairlead"), ".java").stream()
                .filter(source -> source.path().resolveSibling("").endsWith("io/fairlead"))
                .map(Source::text)
                .toList();

        assertThat(HousePages.unnamedRules("", rules.stream())).hasSizeGreaterThan(5);
        assertThat(HousePages.unnamedRules(page("src/docs/architecture.md").text(), rules.stream()))
                .as("say in src/docs/architecture.md what the rule keeps apart and why, with its name in code style")
                .isEmpty();
    }

    @Test
    void an_unnamed_rule_is_seen() {
        assertThat(HousePages.unnamedRules(
                        "`a`",
                        Stream.of(
                                "    static ArchCondition<JavaClass> a() {",
                                "    static ArchCondition<JavaClass> b(",
                                "    static ArchCondition<JavaClass> condition(")))
                .containsExactly("b");
    }

    @Test
    void every_money_rule_in_the_code_is_stated() {
        var texts = Stream.concat(
                        Sources.MAIN.values().stream().flatMap(folder -> Sources.java(folder).stream()),
                        Stream.of(".avdl", ".sql").flatMap(end -> resources(end).stream()))
                .map(Source::text)
                .toList();

        assertThat(HousePages.unstatedMoneyRules("", texts.stream())).contains("R1", "R13", "R15");
        assertThat(HousePages.unstatedMoneyRules(page("src/docs/money-rules.md").text(), texts.stream()))
                .as("state the rule in src/docs/money-rules.md, with a worked value and the class that decides it")
                .isEmpty();
    }

    @Test
    void an_unstated_money_rule_is_seen() {
        assertThat(HousePages.unstatedMoneyRules("## R1 Rate\n", Stream.of("by R1, R16 and R-02")))
                .containsExactly("R16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "src/docs/architecture.md", "src/docs/money-rules.md", "src/docs/operating.md"})
    void classes_that_a_page_names_are_there(String page) {
        var types = Stream.concat(
                        Sources.written().stream()
                                .map(source ->
                                        source.path().getFileName().toString().replace(".java", "")),
                        resources(".avdl").stream()
                                .flatMap(source ->
                                        RECORD.matcher(source.text()).results().map(record -> record.group(1))))
                .collect(Collectors.toSet());
        var sql = resources(".sql").stream().map(Source::text).collect(Collectors.joining());

        assertThat(HousePages.unknownNames(page(page).text(), types, sql))
                .as(
                        "%s names these and nobody else does: give the name that the tree has today, or take the sentence out",
                        page)
                .isEmpty();
    }

    @Test
    void a_class_that_is_gone_is_seen() {
        assertThat(HousePages.unknownNames(
                        "`Known` `Gone` `SPLIT` `rate_of` `no_such`", Set.of("Known"), "function rate_of("))
                .containsExactly("Gone", "no_such");
    }

    @Test
    void every_variable_of_the_environment_is_told_and_every_told_one_is_read() {
        var readers = Stream.of(
                        Sources.written(),
                        Sources.files(Sources.ROOT.resolve("src/main/resources"), ".properties"),
                        List.of(page("fairlead"), page(".ci/run")))
                .flatMap(List::stream)
                .filter(source -> !source.shown().contains("HousePages"))
                .map(Source::text);

        assertThat(HousePages.variablesApart(page("src/docs/operating.md").text(), readers))
                .as("bring the table of src/docs/operating.md#environment and the code together")
                .isEmpty();
    }

    @Test
    void an_untold_variable_and_an_unread_one_are_seen() {
        assertThat(HousePages.variablesApart(
                        "FAIRLEAD_A, FAIRLEAD_PORT_2, FAIRLEAD_GONE",
                        Stream.of("FAIRLEAD_A FAIRLEAD_NEW \"FAIRLEAD_PORT_\"")))
                .containsExactly("FAIRLEAD_NEW is read and not told", "FAIRLEAD_GONE is told and not read");
    }

    @Test
    void the_glossary_has_every_capability() {
        var packages = Sources.packages().getOrDefault("domain", Set.of()).stream()
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(HousePages.capabilities(page("src/docs/glossary.md").text()))
                .as("src/docs/glossary.md#capabilities lists the packages of the domain, a line for each")
                .isEqualTo(packages)
                .contains("funding", "expense");
    }

    @Test
    void every_decision_is_listed_and_has_its_parts() {
        var records = Sources.files(DOCS.resolve("decisions"), ".md").stream()
                .filter(source -> !source.path().endsWith("README.md"))
                .toList();

        assertThat(records).hasSizeGreaterThan(17);
        assertThat(HousePages.incompleteRecords(
                        page("src/docs/decisions/README.md").text(), records))
                .as("src/docs/decisions/README.md says what a record looks like, and lists each")
                .isEmpty();
    }

    @Test
    void a_record_that_is_not_listed_or_lacks_its_price_is_seen() {
        var record = new Source(DOCS.resolve("decisions/0099-x.md"), "# 0099: X\n\n## Why\nx\n\n## What\nx\n");

        assertThat(HousePages.incompleteRecords("[0099](0099-x.md)", List.of(record)))
                .containsExactly("0099-x.md has no part ## Price");
        assertThat(HousePages.incompleteRecords("", List.of(record))).contains("0099-x.md is not listed");
    }

    private static List<Source> resources(String end) {
        return Sources.MAIN.values().stream()
                .flatMap(folder ->
                        Sources.files(folder.resolveSibling(end.equals(".avdl") ? "avro" : "resources"), end).stream())
                .toList();
    }

    private static Source page(String path) {
        var at = Sources.ROOT.resolve(path);
        return new Source(at, Sources.read(at));
    }
}
