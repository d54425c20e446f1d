package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's description under the name people look for. */
@Hidden
@Controller
public class OpenApiFile {

    @GetMapping("/openapi.json")
    String file() {
        return "forward:/v3/api-docs";
    }
}
