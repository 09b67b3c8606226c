package org.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneBehindTest {

    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theCallerGoesOnWhileAPieceIsDoneAndPiecesKeepTheirOrder() {
        CountDownLatch gone = new CountDownLatch(1);
        try (OneBehind behind = new OneBehind()) {
            behind.next(() -> {
                await(gone);
                done.add(0);
            });
            assertThat(done).isEmpty();
            gone.countDown();
            IntStream.range(1, 100).forEach(n -> behind.next(() -> done.add(n)));
            behind.await();
            assertThat(done).isEqualTo(IntStream.range(0, 100).boxed().toList());
        }
    }

    @Test
    void whatAPieceThrowsReachesTheCallerAndNoLaterPieceIsBegun() {
        try (OneBehind behind = new OneBehind()) {
            behind.next(() -> {
                throw new IllegalStateException("the disk is full");
            });
            assertThatIllegalStateException()
                    .isThrownBy(() -> behind.next(() -> done.add(1)))
                    .withMessage("the disk is full");
            assertThatIllegalStateException().isThrownBy(behind::await);
        }
        assertThat(done).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
