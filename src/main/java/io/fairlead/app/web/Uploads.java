package io.fairlead.app.web;

import io.fairlead.gateway.intake.RawFile;
import io.fairlead.schema.Sha256;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What importing endpoints share: files as the readers want them, and a call of its own for each thing in a file. */
public final class Uploads {

    private static final int KEY_HASH_LENGTH = 32;

    /** The part, read where it stands. */
    public static RawFile raw(MultipartFile part) {
        return RawFile.of(part::getInputStream);
    }

    /** A part that may be missing; many clients cannot leave one out and send it empty. */
    public static Optional<RawFile> optional(@Nullable MultipartFile part) {
        return part == null || part.isEmpty() ? Optional.empty() : Optional.of(raw(part));
    }

    /**
     * The call for one thing in a file. Its key names the thing and what is said of it, never the file or the request,
     * so that the same thing in another file is a repeat, and a changed one is a new command for the aggregate.
     *
     * @param what 1 to 100 visible ASCII characters, unique to the thing
     */
    public static Call own(Call call, String what, Object command) {
        var hash = Sha256.hex(command.toString());
        return new Call(
                call.actor(),
                "import/" + what + "/" + hash.substring(0, KEY_HASH_LENGTH),
                hash,
                call.correlationId(),
                null,
                call.isDryRun());
    }

    private Uploads() {}
}
