/** The one script of every page: htmx for regions, Stimulus for behaviours. */
import { Application } from "@hotwired/stimulus";
import { prepareHtmx } from "./htmx";
import AutosubmitController from "./controllers/autosubmit";
import CopyController from "./controllers/copy";
import CountdownController from "./controllers/countdown";
import DialogController from "./controllers/dialog";
import DrawerController from "./controllers/drawer";
import MenuController from "./controllers/menu";
import PaletteController from "./controllers/palette";
import PollController from "./controllers/poll";
import PrintController from "./controllers/print";
import RailController from "./controllers/rail";
import RovingController from "./controllers/roving";
import ThemeController from "./controllers/theme";
import ToastController from "./controllers/toast";
import ToastsController from "./controllers/toasts";
import FloorplanController from "./floorplan/floorplan";
import TimelineController from "./timeline/timeline";

prepareHtmx();

const application = Application.start();
application.register("autosubmit", AutosubmitController);
application.register("copy", CopyController);
application.register("countdown", CountdownController);
application.register("dialog", DialogController);
application.register("drawer", DrawerController);
application.register("floorplan", FloorplanController);
application.register("menu", MenuController);
application.register("palette", PaletteController);
application.register("poll", PollController);
application.register("print", PrintController);
application.register("rail", RailController);
application.register("roving", RovingController);
application.register("theme", ThemeController);
application.register("timeline", TimelineController);
application.register("toast", ToastController);
application.register("toasts", ToastsController);
