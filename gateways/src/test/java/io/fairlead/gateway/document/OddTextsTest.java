package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.gateway.paper.Typefaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 500 odd texts on documents: whatever is written reads back, or the document names the sign that it does not draw. */
class OddTextsTest {

    private static final int TEXTS = 500;
    private static final int ON_ONE = 50;

    /** Debian's fonts-noto-cjk, which are of CFF outlines; a large package that not every machine has. */
    private static final Path CJK = Path.of("/usr/share/fonts/opentype/noto");

    private static final Pattern TOLD = Pattern.compile("U\\+([0-9A-F]{4,6})");

    private static final Pattern IDEOGRAPHS = Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsKatakana}]");

    @TempDir
    static Path folder;

    private static final Map<String, List<Drawn>> DRAWN = new HashMap<>();

    /**
     * Texts on a document.
     *
     * @param lacking how many signs a draft of it would tell
     */
    private record Drawn(List<String> texts, Path file, int lacking) {}

    @Test
    void each_sign_reads_back_or_is_told() throws IOException {
        var own = drawn("own", Typefaces.OWN);
        assertThat(read(own, PdfReaders::byPdfBox)).contains("ह".codePointAt(0), "한".codePointAt(0));
        requireNothingMissing(own);
    }

    @Test
    void poppler_and_mupdf_read_the_same() throws IOException, InterruptedException {
        PdfReaders.requireAll();
        var own = drawn("own", Typefaces.OWN);
        assertThat(read(own, OddTextsTest::poppler)).isEqualTo(read(own, OddTextsTest::muPdf));
    }

    @Test
    void with_the_typefaces_of_the_machine_every_script_is_drawn() throws IOException, InterruptedException {
        PdfReaders.requireNoto();
        PdfReaders.requireAll();
        var machines = drawn("machine", Typefaces.below(List.of(PdfReaders.NOTO, CJK)));
        var told = read(machines, PdfReaders::byPdfBox);
        requireNothingMissing(machines);
        for (var words : OddTexts.SCRIPTS) {
            if (Files.isDirectory(CJK) || !IDEOGRAPHS.matcher(words.getFirst()).find()) {
                assertThat(told).doesNotContainAnyElementsOf(signs(String.join("", words)));
            }
        }
        assertThat(read(machines, OddTextsTest::poppler)).isEqualTo(told);
        assertThat(read(machines, OddTextsTest::muPdf)).isEqualTo(told);
    }

    /** Documents of all texts, drawn once. */
    private static List<Drawn> drawn(String name, Typefaces typefaces) throws IOException {
        if (!DRAWN.containsKey(name)) {
            var texts = OddTexts.of(19, TEXTS);
            var drawn = new ArrayList<Drawn>();
            for (int from = 0; from < TEXTS; from += ON_ONE) {
                var some = texts.subList(from, from + ON_ONE);
                var bill = bill(some);
                var file = folder.resolve(name + from + ".pdf");
                Files.write(file, PdfDocument.of(bill, List.of(), typefaces));
                drawn.add(new Drawn(
                        some, file, PdfDocument.lackingSigns(bill, typefaces).size()));
            }
            DRAWN.put(name, drawn);
        }
        return DRAWN.getOrDefault(name, List.of());
    }

    private interface Reader {
        String read(Path file) throws IOException;
    }

    private static String poppler(Path file) throws IOException {
        try {
            return PdfReaders.byPoppler(file);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static String muPdf(Path file) throws IOException {
        try {
            return PdfReaders.byMuPdf(file);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /** All signs that the documents told; fails where one neither reads back nor is told. */
    private static Set<Integer> read(List<Drawn> documents, Reader reader) throws IOException {
        var all = new TreeSet<Integer>();
        for (var document : documents) {
            var read = reader.read(document.file());
            var told = told(read);
            assertThat(told).as("told by a draft of %s too", document.file()).hasSize(document.lacking());
            var left = parts(signs(read)).stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            for (var text : document.texts()) {
                var wanted = signs(Texts.line(text)).stream()
                        .filter(sign -> !told.contains(sign))
                        .toList();
                for (int part : parts(wanted)) {
                    assertThat(left.merge(part, -1L, Long::sum))
                            .as("U+%04X of '%s' in %s: %s", part, text, document.file(), read)
                            .isNotNegative();
                }
            }
            all.addAll(told);
        }
        return all;
    }

    /** Brackets open or close by the direction of their line, which each reader works out for itself. */
    private static int opening(int sign) {
        int closing = ")]}>".indexOf(sign);
        return closing < 0 ? sign : "([{<".codePointAt(closing);
    }

    /** No document refers to a glyph that is not there, among the other things that archives forbid. */
    private static void requireNothingMissing(List<Drawn> documents) {
        assertThat(documents).hasSize(TEXTS / ON_ONE).allSatisfy(document -> assertThat(
                        FacturXRules.archiveFindings(Files.readAllBytes(document.file())))
                .as("%s", document.file())
                .isEmpty());
    }

    private static Set<Integer> told(String read) {
        var told = new TreeSet<Integer>();
        var names = TOLD.matcher(read);
        while (names.find()) {
            told.add(Integer.parseInt(names.group(1), 16));
        }
        return told;
    }

    /** What is seen of a text. */
    private static List<Integer> signs(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(OddTextsTest::isSeen)
                .boxed()
                .toList();
    }

    private static boolean isSeen(int sign) {
        return !Character.isWhitespace(sign)
                && !Character.isSpaceChar(sign)
                && Character.getType(sign) != Character.FORMAT
                && !(sign >= 0xFE00 && sign <= 0xFE0F)
                && !(sign >= 0xE0100 && sign <= 0xE01EF);
    }

    /** Apart, as readers compose and order them by rules of their own. */
    private static List<Integer> parts(List<Integer> signs) {
        return signs.stream()
                .map(OddTextsTest::opening)
                .map(Character::toString)
                .flatMap(sign -> Normalizer.normalize(sign, Normalizer.Form.NFKD)
                        .codePoints()
                        .boxed())
                .filter(OddTextsTest::isSeen)
                .toList();
    }

    private static BillDocument bill(List<String> texts) {
        var lines = new ArrayList<Line>();
        for (var text : texts) {
            var line = Bills.agreed(lines.size() + 1, "1.00", "S");
            lines.add(new Line(
                    line.lineNo(),
                    text,
                    line.from(),
                    line.to(),
                    null,
                    null,
                    null,
                    line.net(),
                    line.taxes(),
                    line.to(),
                    Work.UNNAMED));
        }
        return Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, lines);
    }
}
