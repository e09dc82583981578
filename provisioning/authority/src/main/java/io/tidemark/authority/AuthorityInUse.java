package io.tidemark.authority;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Someone else is changing the same authority. */
public final class AuthorityInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuthorityInUse(Path directory, @Nullable Throwable cause) {
        super(
                "someone else is provisioning from "
                        + directory
                        + "; wait until that has ended, then try again",
                cause);
    }
}
