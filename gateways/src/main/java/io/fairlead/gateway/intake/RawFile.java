package io.fairlead.gateway.intake;

import io.fairlead.schema.Sha256;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * An outside file as it came, bytes and hash, so that what was read can be proved later; for the readers of this module. Where it
 * stands on a disk it is read there, as often as somebody asks, and never held as a whole.
 */
public final class RawFile {

    /** About half a million time rows; more belongs in several files. */
    public static final int BYTES_MAX = 64 * 1024 * 1024;

    private static final char BOM = '\uFEFF';
    private static final int PIECE = 64 * 1024;

    private final Source source;
    private final int size;
    private final String sha256;

    private RawFile(Source source, int size, String sha256) {
        this.source = source;
        this.size = size;
        this.sha256 = sha256;
    }

    /** A file that can be read again and again, from its first byte. */
    public interface Source {

        /** To be closed by whoever reads. */
        InputStream open() throws IOException;
    }

    /** Reads to the end and keeps it; the caller closes the stream. For small files. */
    public static RawFile read(InputStream in) {
        try {
            var bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw tooLarge();
            }
            return new RawFile(() -> new ByteArrayInputStream(bytes), bytes.length, Sha256.hex(bytes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file where it stands; gone through once for its size and hash. */
    public static RawFile of(Source source) {
        try (var in = source.open()) {
            var hash = Sha256.running();
            int size = 0;
            var piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                hash.add(piece, count);
                size += count;
                if (size > BYTES_MAX) {
                    throw tooLarge();
                }
            }
            return new RawFile(source, size, hash.hex());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Its bytes as they came, for readers of forms that say their encoding themselves; to be closed by whoever reads. */
    public InputStream open() throws IOException {
        return source.open();
    }

    public int size() {
        return size;
    }

    /** SHA-256 of the bytes as they came, BOM included; 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** The whole text without its byte order mark; refused where the bytes are not text in that encoding. */
    public String text(Charset encoding) {
        try (var in = source.open()) {
            var decoded = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
            if (decoded.indexOf('\0') >= 0) {
                throw notText(encoding);
            }
            return !decoded.isEmpty() && decoded.charAt(0) == BOM ? decoded.substring(1) : decoded;
        } catch (CharacterCodingException malformed) {
            throw notText(encoding);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The text piece by piece, without its byte order mark; the caller closes it.
     *
     * @throws FileRefused while it is read, where the bytes are not text in that encoding
     */
    public Reader reader(Charset encoding) {
        try {
            var decoder = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var text = new TextReader(new InputStreamReader(source.open(), decoder), encoding);
            var reader = new BufferedReader(text, PIECE);
            reader.mark(1);
            if (reader.read() != BOM) {
                reader.reset();
            }
            return reader;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Refuses, while it reads, what is no text. */
    private static final class TextReader extends FilterReader {

        private final Charset encoding;

        TextReader(Reader in, Charset encoding) {
            super(in);
            this.encoding = encoding;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            try {
                int count = super.read(target, offset, length);
                for (int i = offset; i < offset + count; i++) {
                    if (target[i] == '\0') {
                        throw notText(encoding);
                    }
                }
                return count;
            } catch (CharacterCodingException malformed) {
                throw notText(encoding);
            }
        }
    }

    private static FileRefused tooLarge() {
        return new FileRefused(
                "FILE_TOO_LARGE",
                "file",
                "it is larger than " + BYTES_MAX / 1024 / 1024 + " MiB",
                "export a shorter period and import the files one after the other");
    }

    private static FileRefused notText(Charset encoding) {
        return new FileRefused(
                "NOT_TEXT",
                "encoding",
                "the file is not text in " + encoding.name(),
                "save it as " + encoding.name() + ", or name its encoding under \"encoding\" in the profile");
    }
}
