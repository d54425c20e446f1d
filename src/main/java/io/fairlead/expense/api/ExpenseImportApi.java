package io.fairlead.expense.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Headers;
import io.fairlead.app.web.Uploads;
import io.fairlead.expense.api.ExpenseIntake.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of expenses, row by row. */
@RestController
@RequestMapping("/v1/imports/expenses")
@Tag(name = "Imports")
public class ExpenseImportApi {

    private final ExpenseIntake intake;

    ExpenseImportApi(ExpenseIntake intake) {
        this.intake = intake;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take in a CSV of expenses, at most 64 MB; each row is refused on its own",
            description =
                    "Columns id, person, project, category, spent_on, amount, currency; line, tax, recoverable_tax,"
                            + " billable, disbursement, receipt, receipt_hash and note may be there. The same row again changes"
                            + " nothing; an edited one corrects its expense.")
    ResponseEntity<ExpensesImported> expenses(
            Call call,
            @Parameter(description = "system whose identifiers the column id holds") @RequestParam(defaultValue = "csv")
                    String source,
            @Parameter(description = "tell what would happen, record nothing")
                    @RequestParam(name = "dry-run", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "offer the expenses for approval as well") @RequestParam(defaultValue = "false")
                    boolean submit,
            @Parameter(description = "the CSV") @RequestPart("file") MultipartFile file) {
        var report = intake.take(call, Uploads.raw(file), new Mode(source, dryRun, submit));
        return ResponseEntity.ok()
                .header(Headers.POSITION, Long.toString(report.position()))
                .body(report);
    }
}
