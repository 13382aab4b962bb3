"""Address of the gallery, for whoever builds pages; config says where it lies."""

from django.urls import path

from movingcities.design import views

app_name = "design"
urlpatterns = [
    path("", views.gallery, name="gallery"),
]
