package io.fairlead.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files as the body of a multipart/form-data request (RFC 7578). */
final class Multipart {

    /** The body in pieces, so that large files are not copied. */
    static List<byte[]> of(Map<String, byte[]> files, String border) {
        var pieces = new ArrayList<byte[]>();
        files.forEach((name, content) -> {
            pieces.add(bytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n%s\r\n\r\n"
                    .formatted(border, name, name, "Content-Type: application/octet-stream")));
            pieces.add(content);
            pieces.add(bytes("\r\n"));
        });
        pieces.add(bytes("--" + border + "--\r\n"));
        return pieces;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Multipart() {}
}
