import dev.retort.environment.Environment;
import dev.retort.environment.EnvironmentContext;

/**
 * Settings that are code. Retort compiles and asks this class in every command that needs the database, once it was
 * changed; as it stands here it does nothing and costs nothing.
 */
public class Env implements Environment {

    @Override
    public void configure(EnvironmentContext context) {
        // What retort.toml says may be changed or completed here, for example:
        //   context.url(System.getenv("DATABASE_URL"));
        //   context.model("jpa:com.example.shop");
        //   context.exclude("tmp_*");
        // context.argument("key") gives what -x key=value said on the command line.
    }
}
