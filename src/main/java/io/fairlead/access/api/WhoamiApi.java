package io.fairlead.access.api;

import io.fairlead.access.Caller;
import io.fairlead.access.Role;
import io.fairlead.access.RoleConflicts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is, as far as what is decided and stored goes. */
@RestController
@RequestMapping("/v1/whoami")
@Tag(name = "Operation")
public class WhoamiApi {

    /**
     * The caller.
     *
     * @param actor both of issuer and subject, as events name it
     * @param roles those that are known here; a provider may grant others
     */
    @Schema(name = "Whoami")
    public record WhoamiAnswer(
            @Schema(example = "https://login.example.com/realms/firm|5f1b0c9e")
            String actor,

            @Schema(description = "who vouches for the caller; local where nobody does")
            String issuer,

            String subject,

            @Schema(description = "the application that sends the call", example = "fairlead-cli")
            String client,

            @Schema(example = "[\"time-author\"]") List<String> roles,

            @Schema(description = "whether the caller acts for every legal entity, those of later too")
            boolean allCompanies,

            @Schema(description = "keys of the legal entities the caller acts for", example = "[\"DE01\"]")
            List<String> companies,

            @Schema(description = "roles that one person should not have together, and what comes of it")
            List<String> conflicts) {

        static WhoamiAnswer of(Caller caller) {
            int border = caller.actor().lastIndexOf('|');
            boolean isBelieved = caller.client().equals(Caller.LOCAL);
            return new WhoamiAnswer(
                    caller.actor(),
                    caller.actor().substring(0, border),
                    caller.actor().substring(border + 1),
                    caller.client(),
                    caller.roles().stream().sorted().map(Role::claim).toList(),
                    caller.companies().isAll(),
                    caller.companies().keys().stream().sorted().toList(),
                    isBelieved
                            ? List.of()
                            : RoleConflicts.of(caller.roles()).stream()
                                    .map(WhoamiAnswer::told)
                                    .toList());
        }

        private static String told(RoleConflicts.Conflict conflict) {
            return conflict.first().claim() + " and " + conflict.second().claim() + ": " + conflict.reason();
        }
    }

    @GetMapping
    @Operation(
            summary = "Who the caller is, and what they may do",
            description =
                    "Needs no role. Without an identity provider it is whom Fairlead-Actor names, with every role.")
    WhoamiAnswer whoami(HttpServletRequest request) {
        return WhoamiAnswer.of(Caller.of(request).orElseThrow());
    }
}
