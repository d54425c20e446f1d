package io.fairlead.gateway.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on paper, read back; what cannot be drawn is told. */
class ScriptsTest {

    @ParameterizedTest
    @CsvSource({
        "Gr\u00f6\u00dfe \u0141\u00f3d\u017a",
        "Ελλάδα",
        "Привет мир",
        "\u05e9\u05dc\u05d5\u05dd",
        "\u0645\u0631\u062d\u0628\u0627",
        "\u0634\u0631\u0643\u0629 \u0627\u0644\u0623\u0645\u0644",
        "\u0540\u0561\u0575\u0561\u057d\u057f\u0561\u0576",
        "\u10e1\u10d0\u10e5\u10d0\u10e0\u10d7\u10d5\u10d4\u10da\u10dd"
    })
    void a_name_is_drawn_and_reads_back(String name) {
        try (var paper = new Paper()) {
            assertThat(written(paper, name)).isEqualTo(name);
            assertThat(paper.lackingSigns()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"\u0928\u092e\u0938\u094d\u0924\u0947, 2", "\u6771\u4eac, 2", "\u0750\u0628, 1", "\ue000, 1"})
    void what_would_be_damaged_is_marked_and_told(String name, int signsAtLeast) {
        try (var paper = new Paper()) {
            assertThat(written(paper, name)).contains("\ufffd");
            assertThat(paper.lackingSigns()).hasSizeGreaterThanOrEqualTo(signsAtLeast);
        }
    }

    @Test
    void a_typeface_of_the_machine_draws_what_the_own_ones_lack_and_nothing_else_changes(@TempDir Path folder)
            throws IOException {
        // A serif face stands for one with another script: it is asked for nothing that the own faces have.
        try (InputStream bytes = Objects.requireNonNull(
                ScriptsTest.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSerif.ttf"))) {
            Files.copy(bytes, folder.resolve("Other.ttf"));
        }
        Files.writeString(folder.resolve("Broken.ttf"), "no typeface");
        var others = Typefaces.below(List.of(folder, folder.resolve("none")));
        int only = 0x1D15; // LATIN LETTER SMALL CAPITAL OU
        try (var own = new Paper();
                var paper = new Paper(others)) {
            assertThat(written(own, Character.toString(only))).isEqualTo("\ufffd");
            assertThat(written(paper, "A" + Character.toString(only) + "B"))
                    .isEqualTo("A" + Character.toString(only) + "B");
            assertThat(paper.lackingSigns()).isEmpty();
        }
    }

    private static String written(Paper paper, String text) {
        paper.text(500, 700, Face.REGULAR, 90, Paper.BLACK, text);
        try (var pdf = Loader.loadPDF(paper.bound("a test", (_, _) -> {}))) {
            return new PDFTextStripper().getText(pdf).strip();
        } catch (IOException broken) {
            throw new IllegalStateException("not to be read as PDF", broken);
        }
    }
}
