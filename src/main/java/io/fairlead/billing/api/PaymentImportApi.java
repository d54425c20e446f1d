package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Headers;
import io.fairlead.app.web.Uploads;
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

/** Account statements as banks send them. */
@RestController
@RequestMapping("/v1/imports/payments")
@Tag(name = "Imports")
public class PaymentImportApi {

    private final StatementIntake intake;

    PaymentImportApi(StatementIntake intake) {
        this.intake = intake;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take in the payments of a bank's statement, camt.053 in version 2 to 8",
            description =
                    "A payment that names open invoices is booked for them; what is unclear is proposed or left, with its"
                            + " reason. What the bank took back is open again. The same payment again changes nothing.")
    ResponseEntity<PaymentsImported> file(
            Call call,
            @Parameter(description = "tell what would happen, record nothing")
                    @RequestParam(name = "dry-run", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "take statements whose balances their entries do not make")
                    @RequestParam(name = "accept-balance", defaultValue = "false")
                    boolean acceptBalance,
            @Parameter(description = "book also what is only proposed")
                    @RequestParam(name = "take-proposed", defaultValue = "false")
                    boolean takeProposed,
            @Parameter(description = "camt.053 (XML)") @RequestPart("file") MultipartFile file) {
        var report = intake.take(call, Uploads.raw(file), new StatementIntake.How(dryRun, acceptBalance, takeProposed));
        return ResponseEntity.ok()
                .header(Headers.POSITION, Long.toString(report.position()))
                .body(report);
    }
}
