package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.collections.CallLot.Answer;
import org.quittance.core.collections.CallLot.Call;

class CallLotTest {

    static Object[][] lots() {
        return new Object[][] {
            // size, answered wished, answered there, unanswered there, drawn
            {5, 4, 20, 40, List.of(101L, 102L, 103L, 104L, 1L)},
            {5, 5, 20, 40, List.of(101L, 102L, 103L, 104L, 105L)},
            {5, 4, 3, 40, List.of(101L, 102L, 103L, 1L, 2L)},
            {5, 4, 20, 0, List.of(101L, 102L, 103L, 104L, 105L)},
            {5, 4, 1, 1, List.of(101L, 1L)},
            {5, 0, 20, 2, List.of(101L, 102L, 103L, 1L, 2L)},
            {5, 4, 0, 0, List.of()},
        };
    }

    @ParameterizedTest
    @MethodSource("lots")
    void callsThatSomebodyAnsweredGoFirstUpToTheirShare(
            int size, int answered, int heard, int unheard, List<Long> drawn) {
        List<Call> calls = Stream.concat(
                        IntStream.rangeClosed(1, unheard).mapToObj(id -> new Call(id, Answer.NOBODY)),
                        IntStream.rangeClosed(101, 100 + heard).mapToObj(id -> new Call(id, Answer.ANSWERED)))
                .toList();
        assertThat(new CallLot(size, answered).draw(calls)).extracting(Call::id).isEqualTo(drawn);
    }
}
