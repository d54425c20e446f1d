package io.fairlead.contract.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Headers;
import io.fairlead.app.web.Uploads;
import io.fairlead.gateway.crm.OpportunityMapping;
import io.fairlead.gateway.intake.RawFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Opportunities as the CRM itself writes them. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Imports")
public class OpportunityImportApi {

    private static final byte[] NO_MAPPING = "{}".getBytes(StandardCharsets.UTF_8);

    private final OpportunityIntake intake;

    OpportunityImportApi(OpportunityIntake intake) {
        this.intake = intake;
    }

    @PostMapping(
            path = "/imports/opportunities",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take in the won deals of a Salesforce answer or export; each record is refused on its own",
            description = "The same record again changes nothing. What a deal lacks becomes an exception.")
    ResponseEntity<OpportunitiesImported> file(
            Call call,
            @Parameter(description = "tell what would happen, record nothing")
                    @RequestParam(name = "dry-run", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "JSON: a record, a list, a query answer or an sfdx tree") @RequestPart("file")
                    MultipartFile file,
            @Parameter(description = "JSON: what the records do not say; none when absent")
                    @RequestPart(name = "mapping", required = false)
                    @Nullable
                    MultipartFile mapping) {
        var names = OpportunityMapping.of(
                Uploads.optional(mapping).orElseGet(() -> RawFile.read(new ByteArrayInputStream(NO_MAPPING))));
        return answer(call, Uploads.raw(file), names, dryRun);
    }

    @PostMapping(
            path = "/opportunities/salesforce",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take in an opportunity as Salesforce's REST API writes it; nothing happens unless it is won",
            description = "Standard fields only; the customer's defaults fill in what they do not say.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    ResponseEntity<OpportunitiesImported> record(Call call, @RequestBody byte[] body) {
        var names = OpportunityMapping.of(RawFile.read(new ByteArrayInputStream(NO_MAPPING)));
        return answer(call, RawFile.read(new ByteArrayInputStream(body)), names, false);
    }

    private ResponseEntity<OpportunitiesImported> answer(
            Call call, RawFile file, OpportunityMapping mapping, boolean dryRun) {
        var report = intake.take(call, file, mapping, dryRun);
        return ResponseEntity.ok()
                .header(Headers.POSITION, Long.toString(report.position()))
                .body(report);
    }
}
