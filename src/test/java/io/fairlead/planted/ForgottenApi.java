package io.fairlead.planted;

import org.springframework.web.bind.annotation.RestController;

/** An API in a package that no scan reaches. */
@RestController
public class ForgottenApi {}
