package org.quittance.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/**
 * One deed.
 *
 * @param actor the login of the person, or the name of the job
 * @param action what was done, in the past tense: {@code payment.assigned}
 * @param subjectType what it was done to: {@code account}
 */
public record AuditEntry(
        long id, Instant at, String actor, String action, String subjectType, String subjectId, String detail) {

    /** SHA-256 over the previous hash and every field, each with its length before it so that no two entries read the same. */
    byte[] sealAfter(byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(20)
                .putLong(id)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .array());
        for (String field : List.of(actor, action, subjectType, subjectId, detail)) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
