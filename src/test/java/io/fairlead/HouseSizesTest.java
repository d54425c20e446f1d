package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Types, methods and packages keep to their budgets, no simple name stands twice, and no record has a constructor for
 * tests. What is over today is listed in a
 * ratchet, which may only shrink: {@code -Dratchet.update} takes what has shrunk out of it. After moves and renames
 * {@code -Dratchet.update=anew} writes it as it is; no figure of the diff may have grown.
 */
class HouseSizesTest {

    private static final Path FILE = Sources.ROOT.resolve("src/test/resources/house-ratchet.txt");
    private static final Path FULL = Sources.ROOT.resolve("src/target/full.txt");
    private static final String ABOVE = """
            # What is over its budget (src/docs/architecture.md#sizes), with its present figure: lines, files, or times a name
            # stands. It may only shrink; run HouseSizesTest with -Dratchet.update when something has.
            """;

    @Test
    void what_is_over_its_budget_only_shrinks() throws IOException {
        var over = HouseSizes.over();
        update(over);
        tellWhatIsFull();
        assertThat(Ratchet.of(Sources.read(FILE)).faults(over)).as("""
                        sizes of %s
                        Remedy: what has grown is two things; give the second a name of the business and a test of its own.
                        A name that stands twice gets a word that says which. A public constructor that only tests call goes;
                        tests make what they need by a builder of their own, in *Examples. What has shrunk is taken out of the
                        list by -Dratchet.update. See src/docs/architecture.md#sizes and #names""", FILE).isEmpty();
    }

    /** Whoever adds an event looks there where room has to be made first. */
    private static void tellWhatIsFull() throws IOException {
        Files.createDirectories(FULL.getParent());
        var lines = HouseSizes.full(HouseSizes.main()).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(FULL, lines);
    }

    private static void update(Map<String, Integer> over) throws IOException {
        var wanted = System.getProperty("ratchet.update");
        if (wanted == null) {
            return;
        }
        if (wanted.equals("anew")) {
            var all = new TreeMap<>(over);
            var text = new StringBuilder();
            all.forEach((name, figure) ->
                    text.append(name).append(' ').append(figure).append('\n'));
            Files.writeString(FILE, ABOVE + "\n" + text);
        } else {
            Files.writeString(FILE, Ratchet.of(Sources.read(FILE)).shrunk(over).asText(ABOVE));
        }
    }

    @Test
    void what_grows_shrinks_or_is_gone_is_seen() {
        var ratchet = Ratchet.of("# budgets\n\nmethod Invoice.decide 80\npackage domain/main/billing 127\n");

        assertThat(ratchet.faults(Map.of("method Invoice.decide", 80, "package domain/main/billing", 127)))
                .isEmpty();
        assertThat(ratchet.faults(Map.of("method Invoice.decide", 81, "package domain/main/billing", 120)))
                .containsExactlyInAnyOrder(
                        "method Invoice.decide has grown from 80 to 81",
                        "package domain/main/billing has shrunk from 127 to 120: update the ratchet");
        assertThat(ratchet.faults(Map.of("method Invoice.decide", 80, "http TimeApi", 121)))
                .containsExactlyInAnyOrder(
                        "http TimeApi has 121 and is over its budget",
                        "package domain/main/billing is within its budget or gone: update the ratchet");
    }

    @Test
    void an_update_takes_out_and_lowers_but_adds_and_raises_nothing() {
        var ratchet = Ratchet.of("a A 80\nb B 90\nc C 100\n");

        assertThat(ratchet.shrunk(Map.of("a A", 75, "b B", 95, "d D", 200)).asText("# above\n"))
                .isEqualTo("# above\n\na A 75\nb B 90\n");
    }

    @Test
    void a_long_method_is_seen_wherever_it_stands() {
        assertThat(HouseSizes.methods(List.of(planted("Planted", method(HouseSizes.METHOD_LINES_MAX)))))
                .isEmpty();
        assertThat(HouseSizes.methods(List.of(planted("Planted", method(HouseSizes.METHOD_LINES_MAX + 1)))))
                .containsEntry("method Inner.act", HouseSizes.METHOD_LINES_MAX + 1);
    }

    /** A method of this many lines in a type inside a type, with braces in a text and an annotation that counts nothing. */
    private static String method(int lines) {
        return "class Planted {\n  record Inner() {\n    @Deprecated\n    void act() {\n      var x = \"}\";\n"
                + "      x.toString();\n".repeat(lines - 3) + "    }\n  }\n}\n";
    }

    @Test
    void a_type_over_the_budget_of_its_kind_is_seen() {
        assertThat(HouseSizes.types(List.of(planted("WhenThisThenThat", "x\n".repeat(61)))))
                .containsExactly(Map.entry("process WhenThisThenThat", 61));
        assertThat(HouseSizes.types(List.of(planted("WhenThisThenThat", "x\n".repeat(60)))))
                .isEmpty();
        assertThat(HouseSizes.types(List.of(planted("ThingProjection", "x\n".repeat(121)))))
                .containsKey("projection ThingProjection");
        assertThat(HouseSizes.types(List.of(planted("Api", "@RestController\n".repeat(121)))))
                .containsKey("http Api");
        assertThat(HouseSizes.types(List.of(planted("Thing", "@AggregateRoot\n" + "x\n".repeat(150)))))
                .containsKey("aggregate Thing");
    }

    @Test
    void who_takes_a_part_of_the_handlers_has_the_budget_too() {
        var commands = "    @CommandHandler\n" + "x\n".repeat(150);
        assertThat(HouseSizes.types(List.of(planted("ThingBilling", commands))))
                .containsExactly(Map.entry("aggregate ThingBilling", 151));
        var events = "package io.fairlead.thing.view;\n    @EventHandler\n" + "x\n".repeat(119);
        assertThat(HouseSizes.types(List.of(planted("ThingToInvoice", events))))
                .containsExactly(Map.entry("projection ThingToInvoice", 121));
    }

    @Test
    void a_class_without_room_for_an_event_is_told_with_what_it_has_left() {
        assertThat(HouseSizes.full(List.of(planted("ThingProjection", "x\n".repeat(114)))))
                .isEmpty();
        assertThat(HouseSizes.full(List.of(planted("ThingProjection", "x\n".repeat(115)))))
                .containsExactly(Map.entry("projection ThingProjection", 5));
        assertThat(HouseSizes.full(List.of(planted("ThingProjection", "x\n".repeat(130)))))
                .containsExactly(Map.entry("projection ThingProjection", 0));
        assertThat(HouseSizes.full(List.of(planted("WhenThisThenThat", "x\n".repeat(61)))))
                .isEmpty();
    }

    @Test
    void a_package_with_too_many_files_is_seen() {
        assertThat(HouseSizes.packages(files(HouseSizes.PACKAGE_FILES_MAX))).isEmpty();
        assertThat(HouseSizes.packages(files(HouseSizes.PACKAGE_FILES_MAX + 1)))
                .containsExactly(Map.entry("package domain/main/many", HouseSizes.PACKAGE_FILES_MAX + 1));
    }

    private static List<Source> files(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(no -> source("domain/src/main/java/io/fairlead/many/Type" + no + ".java", ""))
                .toList();
    }

    @Test
    void a_name_that_stands_twice_is_seen() {
        var one = source("domain/src/main/java/io/fairlead/one/Invoice.java", "");
        var other = source("src/main/java/io/fairlead/two/Invoice.java", "");

        assertThat(HouseSizes.namesTwice(List.of(one))).isEmpty();
        assertThat(HouseSizes.namesTwice(List.of(one, other))).containsExactly(Map.entry("name Invoice", 2));
    }

    private static Source planted(String name, String text) {
        return source("domain/src/main/java/io/fairlead/planted/" + name + ".java", text);
    }

    private static Source source(String path, String text) {
        return new Source(Sources.ROOT.resolve(path), text);
    }
}
