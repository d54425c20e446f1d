package io.fairlead.project.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.contract.ContractId;
import io.fairlead.project.ProjectId;
import io.fairlead.project.view.ProjectQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects, as they stand. */
@RestController
@RequestMapping("/v1/projects")
@Tag(name = "Projects")
public class ProjectReadApi {

    private final Reads reads;
    private final ProjectQuery query;

    ProjectReadApi(Reads reads, ProjectQuery query) {
        this.reads = reads;
        this.query = query;
    }

    @GetMapping
    @Operation(summary = "Projects, by id")
    ResponseEntity<Listing<ProjectQuery.Project>> projects(
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var only = contract == null ? null : ContractId.of(contract).value();
        return reads.page(limit, atLeast, size -> query.list(only, cursor, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One project with tasks, milestones and outside names")
    ResponseEntity<ProjectQuery.Detail> project(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = ProjectId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value()));
    }
}
