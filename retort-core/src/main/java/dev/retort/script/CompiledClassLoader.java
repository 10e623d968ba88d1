package dev.retort.script;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Defines the classes of one revision and its helpers. */
final class CompiledClassLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    CompiledClassLoader(ClassLoader parent, Map<String, byte[]> classes) {
        super(parent);
        this.classes = Map.copyOf(classes);
    }

    /** Prefer our own classes to the parent's: an application may carry a stale copy of a revision that is here as a file. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            byte @Nullable [] bytes = classes.get(name);
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
        }
    }
}
