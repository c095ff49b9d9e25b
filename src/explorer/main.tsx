import { render } from 'preact';

import { App } from './App.tsx';
import './styles/main.css';

const root = document.querySelector('#root');
if (root !== null) render(<App />, root);
