"""Address of the gallery, for whoever builds pages."""

from django.urls import path

from movingcities.design import views

app_name = "design"
urlpatterns = [
    path("design/", views.gallery, name="gallery"),
]
