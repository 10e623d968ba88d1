package dev.retort.model;

import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Shows of Retort's class path only Retort's own API; all else comes from the platform. */
final class ApiOnlyLoader extends ClassLoader {

    private final ClassLoader own;

    ApiOnlyLoader(ClassLoader own) {
        super("retort-api", ClassLoader.getPlatformClassLoader());
        this.own = own;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith("dev.retort.")) {
            throw new ClassNotFoundException(name);
        }
        Class<?> found = own.loadClass(name);
        if (!isOfTheApi(found)) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    /** A source on Retort's own class path would bring the libraries beside it, so it does not count. */
    private static boolean isOfTheApi(Class<?> type) {
        return Objects.equals(location(type), location(ModelSource.class));
    }

    private static @Nullable URL location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.emptyEnumeration();
    }
}
