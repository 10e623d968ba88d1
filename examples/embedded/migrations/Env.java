import dev.retort.environment.Environment;
import dev.retort.environment.EnvironmentContext;

/** Says on which schema versions the application is now. */
public class Env implements Environment {

    @Override
    public void configure(EnvironmentContext context) {
        context.onVersionApply((step, connection) -> System.out.printf("%s: %s%n", step.kind(), step.message()));
    }
}
