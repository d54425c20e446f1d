package io.fairlead.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The container's error page, told as a problem. */
@RestController
public class ProblemErrorPage implements ErrorController {

    private final Problems problems;

    ProblemErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        var refusal = status >= 500
                ? Refusal.of(new IllegalStateException("told by the container"))
                : new Refusal(status, "REQUEST_INVALID", null, "the request cannot be understood", "see /openapi.json");
        return problems.answer(refusal, request, new HttpHeaders());
    }
}
