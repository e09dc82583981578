package io.tidemark.authority;

/**
 * What was asked for cannot be provisioned. The message names each reason and what to do about it.
 */
public final class ProvisioningRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProvisioningRefused(String message) {
        super(message);
    }

    ProvisioningRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
