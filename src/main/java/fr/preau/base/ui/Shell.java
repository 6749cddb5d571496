package fr.preau.base.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;

/** What each page of the app has in its head. */
@StyleSheet("context://styles.css")
@StyleSheet("context://assets/app.css")
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "/assets/logo.svg", "any");
    }
}
