import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Lets Mustang judge each PDF of a folder: Factur-X EN 16931 and PDF/A. Ends with 1 when one is not valid. */
public final class JudgeFolder {

    private static final Pattern VALID = Pattern.compile("<summary status=\"valid\"\\s*/>\\s*</validation>");
    private static final Pattern FINDING = Pattern.compile("<(error|warning|exception)\\b[^>]*>([^<]*)");

    public static void main(String[] arguments) throws IOException {
        var start = System.nanoTime();
        var judged = 0;
        var faults = new ArrayList<String>();
        for (var file : files(Path.of(arguments[0]))) {
            var report = new ZUGFeRDValidator().validate(file.toString());
            judged++;
            if (!VALID.matcher(report).find()) {
                faults.add(file.getFileName() + ": not valid");
            }
            FINDING.matcher(report)
                    .results()
                    .forEach(found -> faults.add(file.getFileName() + ": " + found.group(1) + " "
                            + found.group(2).strip()));
        }
        faults.forEach(System.out::println);
        System.out.println(judged + " files, " + faults.size() + " findings, " + (System.nanoTime() - start) / 1_000_000
                + " ms");
        System.exit(judged == 0 || !faults.isEmpty() ? 1 : 0);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
    }
}
