package io.fairlead.gateway.timesheet;

import static io.fairlead.gateway.timesheet.Sheets.TOGGL_HEADER;
import static io.fairlead.gateway.timesheet.Sheets.mapping;
import static io.fairlead.gateway.timesheet.Sheets.toggl;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, the answer is rows, refused rows or a refused file, and the totals agree with the rows. */
class GarbageTest {

    private static final int ROUNDS = 1_000;
    private static final Profile TOGGL = Profile.builtIn("toggl");
    private static final Mapping MAPPING = mapping(Sheets.MAPPING);
    private static final String[] PIECES = {
        ",",
        "\"",
        "\n",
        "\r",
        ";",
        ":",
        "-",
        "/",
        "99",
        "24:00:01",
        "\uFEFF",
        "é",
        "\t",
        "31/12/2026",
        "12/31/2026",
        "1,5",
        "1e999999999",
        "NaN",
        "Yes",
        "Ana Ruiz",
        "Rollout",
        "'",
        "=SUM(A1)",
        " ",
        ""
    };

    @Test
    void random_bytes_are_refused_clearly() {
        var random = new Random(2026);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            var _ = read(bytes);
        }
    }

    @Test
    void damaged_exports_are_read_or_refused() {
        var random = new Random(11);
        var whole = TOGGL_HEADER
                + toggl("2026-03-02", "09:00:00", "10:00:00", "01:00:00")
                + toggl("2026-03-03", "09:00:00", "10:00:00", "01:00:00").repeat(3);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder(whole);
            for (int cut = random.nextInt(4); cut >= 0; cut--) {
                var from = random.nextInt(text.length());
                text.replace(
                        from, Math.min(text.length(), from + random.nextInt(4)), PIECES[random.nextInt(PIECES.length)]);
            }
            accepted += read(text.toString().getBytes(UTF_8));
        }
        assertThat(accepted)
                .as("a generator whose files are all refused tests nothing")
                .isGreaterThan(ROUNDS);
    }

    @Test
    void damaged_mappings_and_profiles_are_read_or_refused() {
        var random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder(Sheets.MAPPING);
            var from = random.nextInt(text.length());
            text.replace(
                    from, Math.min(text.length(), from + random.nextInt(6)), PIECES[random.nextInt(PIECES.length)]);
            var file = RawFile.read(new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
            try {
                var _ = Mapping.of(file);
                var _ = Profile.of(file);
            } catch (FileRefused refused) {
                assertThat(refused.remedy()).isNotBlank();
            }
        }
    }

    private static int read(byte[] bytes) {
        var rows = new ArrayList<RowResult>();
        var file = RawFile.read(new ByteArrayInputStream(bytes));
        try {
            var totals = TimesheetReader.read(file, TOGGL, MAPPING, rows::add);
            assertThat(totals.rows()).isEqualTo(rows.size()).isEqualTo(totals.accepted() + totals.refused());
            return totals.accepted();
        } catch (FileRefused refused) {
            assertThat(refused.remedy()).isNotBlank();
            assertThat(rows).isEmpty();
            return 0;
        }
    }
}
