package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Headers;
import io.fairlead.app.web.Uploads;
import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.timesheet.Mapping;
import io.fairlead.gateway.timesheet.Profile;
import io.fairlead.time.api.TimeIntake.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Time exports of trackers, row by row. */
@RestController
@RequestMapping("/v1/imports/time")
@Tag(name = "Imports")
public class TimeImportApi {

    private final TimeIntake intake;

    TimeImportApi(TimeIntake intake) {
        this.intake = intake;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take in the detailed CSV of a time tracker, at most 64 MB; each row is refused on its own",
            description = "The same row again, in this file or a longer one, changes nothing;"
                    + " an edited one corrects its entry.")
    ResponseEntity<TimeImported> time(
            Call call,
            @Parameter(description = "toggl, clockify or harvest; the mapping's when absent")
                    @RequestParam(required = false)
                    @Nullable
                    String profile,
            @Parameter(description = "tell what would happen, record nothing")
                    @RequestParam(name = "dry-run", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "offer the entries for approval as well") @RequestParam(defaultValue = "false")
                    boolean submit,
            @Parameter(description = "the CSV") @RequestPart("file") MultipartFile file,
            @Parameter(description = "JSON: which outside names are which ids") @RequestPart("mapping")
                    MultipartFile mapping,
            @Parameter(description = "JSON: a profile of your own, instead of a named one")
                    @RequestPart(name = "profile-file", required = false)
                    @Nullable
                    MultipartFile ownProfile) {
        var names = Mapping.of(Uploads.raw(mapping));
        var how = Uploads.optional(ownProfile).map(Profile::of).orElseGet(() -> named(profile, names));
        var report = intake.take(call, Uploads.raw(file), how, names, new Mode(dryRun, submit));
        return ResponseEntity.ok()
                .header(Headers.POSITION, Long.toString(report.position()))
                .body(report);
    }

    /** Never a path: the server does not read its own files for clients. */
    private static Profile named(@Nullable String asked, Mapping mapping) {
        var name = asked == null ? mapping.profile() : asked;
        if (name == null) {
            throw new FileRefused(
                    "PROFILE_MISSING",
                    "profile",
                    "neither the request nor the mapping names a profile",
                    "add ?profile= with one of " + String.join(", ", Profile.BUILT_IN));
        }
        return Profile.builtIn(name);
    }
}
