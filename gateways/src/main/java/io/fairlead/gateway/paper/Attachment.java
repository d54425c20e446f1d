package io.fairlead.gateway.paper;

import java.time.LocalDate;

/**
 * An electronic invoice inside a document, as Factur-X and ZUGFeRD have it.
 *
 * @param name of the file
 * @param content XML
 * @param day on which it was written
 * @param profile by its name in the standard, for example EN 16931
 */
public record Attachment(String name, byte[] content, LocalDate day, String profile) {}
