package org.quittance.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmark runs; how fast, no test says. */
class MatcherBenchmarkTest {

    @ParameterizedTest
    @EnumSource(MatcherBenchmark.Mix.class)
    void measuresPaymentsASecond(MatcherBenchmark.Mix mix) throws RunnerException {
        double score = new Runner(new OptionsBuilder()
                        .include(MatcherBenchmark.class.getName())
                        .param("mix", mix.name())
                        .param("items", "2000")
                        .param("payments", "500")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(50))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getScore();

        assertThat(score).isPositive();
    }
}
