import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bare password hash, which no sign-in can be quicker than: java --enable-native-access=ALL-UNNAMED -cp
 * "deploy/target/app/lib/*" deploy/bench/Hash.java [KIB PASSES LANES]. Prints milliseconds on one core.
 */
public class Hash {
    public static void main(String[] arguments) {
        int[] cost = {7168, 5, 1};
        for (int i = 0; i < arguments.length; i++) cost[i] = Integer.parseInt(arguments[i]);
        byte[] password = "otters hold hands asleep".getBytes(StandardCharsets.UTF_8);
        Argon2 argon2 = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, 16, 32);
        long[] nanos = new long[61];
        for (int i = -60; i < nanos.length; i++) {
            long start = System.nanoTime();
            argon2.hash(cost[1], cost[0], cost[2], password);
            if (i >= 0) nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%d KiB, %d passes, %d lanes: least %.1f ms, median %.1f ms%n",
                cost[0], cost[1], cost[2], nanos[0] / 1e6, nanos[30] / 1e6);
    }
}
