package io.fairlead.gateway.timesheet;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One accepted row of a time export, clean and mapped, from which an import makes its command.
 *
 * @param line line of the file on which the row starts, from 1
 * @param sourceId stable identity: the same row of a longer export has the same id
 * @param placeId what the row keeps when its duration is edited; rows that differ in nothing else share it
 * @param profile name of the profile that read it
 * @param personId person:..., from the mapping
 * @param customerId customer:..., where the mapping maps clients
 * @param projectId project:..., from the mapping
 * @param taskId task code, where the mapping maps tasks
 * @param person name as the file has it; empty where it has none
 * @param email empty where the file has none
 * @param description free text, up to 1,000 characters; may be empty
 * @param workDate the local day on which the work started
 * @param start local time in the zone; null where the file has days only
 * @param seconds worked time, 1..86400, as the file states it
 * @param approved whether the tool says it is approved; null where it says nothing
 * @param invoiced whether the tool says it is invoiced; null where it says nothing
 * @param currency ISO 4217, where the file or the profile names it
 */
public record TimeRow(
        long line,
        UUID sourceId,
        UUID placeId,
        String profile,
        String personId,
        @Nullable String customerId,
        String projectId,
        @Nullable String taskId,
        String person,
        String email,
        String client,
        String project,
        String task,
        String description,
        LocalDate workDate,
        @Nullable LocalTime start,
        ZoneId zone,
        int seconds,
        boolean billable,
        @Nullable Boolean approved,
        @Nullable Boolean invoiced,
        @Nullable String currency) {}
