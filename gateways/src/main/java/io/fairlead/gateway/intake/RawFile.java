package io.fairlead.gateway.intake;

import io.fairlead.schema.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * An outside file as it came, bytes and hash, so that what was read can be proved later; for the readers of this
 * module.
 */
public final class RawFile {

    /** About half a million time rows; more belongs in several files. */
    public static final int BYTES_MAX = 64 * 1024 * 1024;

    private static final char BOM = '\uFEFF';

    private final byte[] bytes;

    private RawFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads to the end; the caller closes the stream. */
    public static RawFile read(InputStream in) {
        try {
            var bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new FileRefused(
                        "FILE_TOO_LARGE",
                        "file",
                        "it is larger than " + BYTES_MAX / 1024 / 1024 + " MiB",
                        "export a shorter period and import the files one after the other");
            }
            return new RawFile(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int size() {
        return bytes.length;
    }

    /** SHA-256 of the bytes as they came, BOM included; 64 lower-case hexadecimal digits. */
    public String sha256() {
        return Sha256.hex(bytes);
    }

    /** The text without its byte order mark; refused where the bytes are not text in that encoding. */
    public String text(Charset encoding) {
        try {
            var decoded = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (decoded.indexOf('\0') >= 0) {
                throw notText(encoding);
            }
            return !decoded.isEmpty() && decoded.charAt(0) == BOM ? decoded.substring(1) : decoded;
        } catch (CharacterCodingException malformed) {
            throw notText(encoding);
        }
    }

    private static FileRefused notText(Charset encoding) {
        return new FileRefused(
                "NOT_TEXT",
                "encoding",
                "the file is not text in " + encoding.name(),
                "save it as " + encoding.name() + ", or name its encoding under \"encoding\" in the profile");
    }
}
