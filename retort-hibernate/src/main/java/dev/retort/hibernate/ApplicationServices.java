package dev.retort.hibernate;

import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;

import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;

/**
 * Finds Hibernate's services in the application alone. Hibernate itself would also look beside Retort, where another version
 * of it may be.
 */
final class ApplicationServices extends ClassLoaderServiceImpl {

    private static final long serialVersionUID = 1L;

    private final transient ClassLoader application;

    private ApplicationServices(ClassLoader application) {
        super(List.of(application), TcclLookupPrecedence.NEVER);
        this.application = application;
    }

    static ClassLoaderService of(ClassLoader application) {
        return new ApplicationServices(application);
    }

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
        return ServiceLoader.load(contract, application).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
