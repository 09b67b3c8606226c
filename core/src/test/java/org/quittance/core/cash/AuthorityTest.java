package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.Authority.Approver;
import org.quittance.core.cash.Authority.Duty;
import org.quittance.core.cash.Authority.Limit;
import org.quittance.core.cash.Authority.Need;

class AuthorityTest {

    private static final Limit SMALL = new Limit(5_00, 0);
    private static final Limit LARGE = new Limit(25_00, 100_00);

    static Stream<Arguments> needs() {
        return Stream.of(
                arguments(Deed.WRITE_OFF, 5_00, List.of(SMALL), Need.NOBODY_ELSE),
                arguments(Deed.WRITE_OFF, 5_01, List.of(SMALL), Need.A_SECOND_PERSON),
                arguments(Deed.WRITE_OFF, 25_00, List.of(SMALL, LARGE), Need.NOBODY_ELSE),
                arguments(Deed.WRITE_OFF, 1, List.of(), Need.A_SECOND_PERSON),
                arguments(Deed.REFUND, 1, List.of(LARGE), Need.A_SECOND_PERSON),
                arguments(Deed.TRANSFER, 1, List.of(LARGE), Need.A_SECOND_PERSON));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void aWriteOffWithinTheLimitOfOneOfTheRolesTakesNobodyElseAndMoneyThatLeavesAlwaysDoes(
            Deed deed, long amount, List<Limit> own, Need need) {
        assertThat(Authority.need(deed, amount, own)).isEqualTo(need);
    }

    /** In the order of the checks: each refused row breaks the rules below it as well. */
    static Stream<Arguments> approvals() {
        return Stream.of(
                arguments("maria", Duty.APPLIES_CASH, 999_00, AuthorityRefusal.OWN_REQUEST),
                arguments("carla", Duty.APPLIES_CASH, 999_00, AuthorityRefusal.APPLIES_CASH),
                arguments("carla", Duty.HANDLED_THIS_PAYMENT, 999_00, AuthorityRefusal.HANDLED_THIS_PAYMENT),
                arguments("carla", Duty.HANDLED_THIS_PAYMENT, 1, AuthorityRefusal.HANDLED_THIS_PAYMENT),
                arguments("carla", Duty.APPLIES_NO_CASH, 100_01, AuthorityRefusal.ABOVE_LIMIT),
                arguments("carla", Duty.APPLIES_NO_CASH, 100_00, null));
    }

    @ParameterizedTest
    @MethodSource("approvals")
    void anotherPersonWhoHadNoHandInTheCashApprovesWithinTheirLimit(
            String login, Duty duty, long amount, @Nullable AuthorityRefusal refusal) {
        assertThat(Authority.approval("maria", amount, new Approver(login, duty, List.of(SMALL, LARGE)))
                        .orElse(null))
                .isEqualTo(refusal);
    }
}
