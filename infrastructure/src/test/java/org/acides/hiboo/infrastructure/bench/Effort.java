package org.acides.hiboo.infrastructure.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Processor time of this JVM and of PostgreSQL's processes on Linux, in seconds: a noisy neighbour changes it less than
 * it changes the time that passes.
 */
record Effort(double jvm, double postgres) {

    private static final double TICKS_A_SECOND = 100;

    static Effort now(Path database) throws IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long postmaster = Long.parseLong(Files.readAllLines(database.resolve("postmaster.pid"))
                .getFirst()
                .strip());
        double postgres = 0;
        List<ProcessHandle> all = ProcessHandle.of(postmaster).stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.children()))
                .toList();
        for (ProcessHandle one : all) postgres += ticks(one.pid()) / TICKS_A_SECOND;
        return new Effort(system.getProcessCpuTime() / 1e9, postgres);
    }

    /** Its own and what its ended children left it. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int i = 11; i <= 14; i++) sum += Long.parseLong(fields[i]);
            return sum;
        } catch (IOException ended) {
            return 0;
        }
    }

    String since(Effort before, double events) {
        return String.format(
                Locale.ROOT,
                "%.0f µs of processor an event in the JVM, %.0f µs in PostgreSQL",
                (jvm - before.jvm) / events * 1e6,
                (postgres - before.postgres) / events * 1e6);
    }
}
