package org.quittance.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs pieces of work one after the other beside the caller, who is never more than one piece ahead: {@link #next} returns when the
 * piece before has ended.
 *
 * <p>What a piece throws comes out of the caller's next call; no later piece is begun after it. Closing waits for the piece under way.
 */
final class OneBehind implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("intake-writer").factory());
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    void next(Runnable piece) {
        await();
        underWay = CompletableFuture.runAsync(piece, thread);
    }

    /** Returns when all that was handed over is done. */
    void await() {
        try {
            underWay.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
