package dev.retort.hibernate;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;

import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

import dev.retort.RetortException;

/** Finds Hibernate's dialect, in its newest form, where no database tells its version. */
final class OfflineDialect {

    private static final int NEWEST = 999;

    private OfflineDialect() {}

    /**
     * Make the dialect of a product.
     *
     * @param product as {@link dev.retort.dialect.Dialect#name} names it
     * @throws RetortException if Hibernate itself knows no such product
     */
    static Dialect of(String product) {
        return Arrays.stream(org.hibernate.dialect.Database.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(product))
                .findFirst()
                .map(known -> known.createDialect(newest()))
                .orElseThrow(() -> new RetortException(
                        "The entities cannot be read for '%s' without a connection".formatted(product),
                        "set hibernate.dialect in model_properties"));
    }

    private static DialectResolutionInfo newest() {
        return (DialectResolutionInfo) Proxy.newProxyInstance(
                OfflineDialect.class.getClassLoader(),
                new Class<?>[] {DialectResolutionInfo.class},
                (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    Class<?> answer = method.getReturnType();
                    if (answer == int.class) {
                        return method.getName().endsWith("MajorVersion") ? NEWEST : 0;
                    }
                    return answer == boolean.class ? (Object) false : answer == String.class ? "" : null;
                });
    }
}
